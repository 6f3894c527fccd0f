/** Control characters made for this: they part rows, and the fields of a row or the texts of a column. The third stands for NULL. */
export const ROW_MARK = '\u001e'
export const FIELD_MARK = '\u001f'
export const NULL_MARK = '\u0018'
