/** A sum of money as pages write it, to be put into a pattern: `$29.90`, `2,160円`. */
export const MONEY = String.raw`(?:[$€£¥￥]\s?\d[\d,.]*|\d\s?(?:円|ドル|ユーロ|USD|EUR|GBP))`
