/** What a file gives for one article; whatever is missing is made up for or left ''. */
export type FieldValues = Readonly<Record<string, unknown>>
