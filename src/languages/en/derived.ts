/** English nouns and adverbs made of other words: "Ventilation", "Friendliness", "Cardiologists". A coined name is not built so. */
export const derived =
  /(?:tion|sion|ment|ness|ing|ship|hood|ism|ists?|ology|ologists?|ically|fully|able|ible|less|(?<!we|se)ed|ians?|eers?|urgery|otherapy|ance|ence|phobia)$/
