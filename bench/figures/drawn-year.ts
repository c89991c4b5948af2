import type { Asked, Line } from '../figure.ts';
export const drawnYear = async (_asked: Asked): Promise<Line[]> => [];
