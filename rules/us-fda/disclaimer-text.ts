/** 21 CFR 101.93(c)(1) and (2), and the Japanese text we offer: the same words as in `rules/notices/fda-disclaimer.yml`. */
export const disclaimerText = {
  singular:
    'This statement has not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.',
  plural:
    'These statements have not been evaluated by the Food and Drug Administration. This product is not intended to diagnose, treat, cure, or prevent any disease.',
  ja: 'これらの記述は、米国食品医薬品局による評価を受けたものではありません。本製品は、いかなる疾病の診断、治療、治癒、または予防を目的とするものではありません。',
} as const
