/** The pattern of a topic with the device in its place. */
export const topicFor = (pattern: string, device: string): string => pattern.replace('{device}', () => device);
