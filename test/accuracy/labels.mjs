// Which rules and claims answer for which label of the labelled sets: score.mjs and pairs.mjs judge by this one table.

/** Which rule ids answer for which label or document kind. A prefix ends in '*'. */
export const RULES = {
  disease: [
    'us-fda/disease-*',
    'us-fda/abnormal-natural-state',
    'us-fda/drug-*',
    'us-fda/augments-therapy',
    'us-fda/adverse-event',
    'us-fda/missing-qualifier',
    'us-fda/health-claim-unauthorized',
  ],
  study: [
    'evidence/uncited-study',
    'evidence/vague-authority',
    'evidence/numeric-result-uncited',
    'us-ftc/clinically-proven',
    'us-ftc/expert-endorsement',
  ],
  absolute: ['us-ftc/guarantee-absolute', 'us-ftc/no-side-effects', 'us-ftc/weight-loss-gut-check', 'us-fda/fda-approved'],
  nutrient: ['us-fda/nutrient-content'],
  disclaimer_missing: ['us-fda/disclaimer-missing'],
  disclaimer_wording: [
    'us-fda/disclaimer-wording',
    'us-fda/disclaimer-number-agreement',
    'us-fda/disclaimer-translation',
    'us-fda/disclaimer-contradicted',
  ],
  disclaimer_unlinked: ['us-fda/disclaimer-symbol-missing', 'us-fda/symbol-mismatch', 'us-fda/disclaimer-not-adjacent'],
  sf_claim_unmarked: ['us-fda/claim-not-linked', 'us-fda/claim-in-heading', 'us-fda/claim-in-metadata'],
  marker_unresolved: ['us-fda/symbol-dangling'],
  reference_dangling: ['evidence/dangling-reference'],
  reference_unused: ['evidence/unused-reference', 'evidence/no-in-text-markers'],
  reference_incomplete: ['evidence/reference-incomplete', 'evidence/malformed-identifier'],
  jp_disease_claim: ['jp/disease-treatment'],
  jp_body_function: ['jp/body-function', 'jp/implied-efficacy', 'jp/nutrient-function-wording'],
  jp_superlative_or_guarantee: ['jp/no1-superlative', 'jp/no-side-effects', 'jp/diet-and-exaggeration', 'jp/expert-guarantee'],
  jp_testimonial: ['jp/testimonial-disclaimer'],
}
RULES.disease_claim = RULES.us_disease_claim = RULES.disease
RULES.study_uncited = RULES.study

/** Whether a rule is one of those that answer for `kind`, a key of RULES. */
export const answers = (kind, ruleId) => RULES[kind].some((r) => (r.endsWith('*') ? ruleId.startsWith(r.slice(0, -1)) : r === ruleId))

const SF = new Set(['structure-function', 'general-wellbeing', 'deficiency'])
/** A lawful structure/function claim: one that a disease rule reports (a missing qualifier, say) is none. `rules`: ids of the rules that report it. */
export const isLawfulSf = (kind, rules = []) => SF.has(kind) && !rules.some((id) => answers('disease', id))

/** An unsourced figure, or a cited "clinically proven" (a warning), need not appeal to uncited research: right where the label is true, no false alarm where it is not. */
export const mayBeStudy = (rule, severity) =>
  rule === 'evidence/numeric-result-uncited' || (rule === 'us-ftc/clinically-proven' && severity === 'warning')
