/** The password of every demonstration account. Such accounts cannot exist in production, so the word opens nothing there. */
export const DEMONSTRATION_PASSWORD = 'mot-cua-trinh-dien'
