/** The drawings' names. They stand in drawings.svg, a file of its own that the browser keeps, as the icons do. */
export const drawingNames = ['path', 'house', 'cup', 'bike', 'bench', 'letter', 'sprout'] as const;

/** The name of a drawing. */
export type DrawingName = (typeof drawingNames)[number];
