/** Who keeps inquiries, who awards them, and who looks at them from above. */
export const readers = ['clerk', 'head', 'leader', 'superior', 'risk-officer'] as const;
