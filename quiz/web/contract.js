/**
 * What passes between the page and the engine, as types.
 *
 * @typedef {boolean | string | number | null} Cell
 * @typedef {Record<string, Cell>} Ticks
 * @typedef {Cell | Ticks | Ticks[]} Answer  null is "don't know"
 * @typedef {Record<string, Answer>} Answers
 *
 * @typedef {{article: number, sentence: string, words: string}} Quote
 * @typedef {{low: number, high: number}} Stakes
 * @typedef {{question: string, options: string[], measures: string[], stakes: Stakes | null, measures_open: number}} Next
 * @typedef {{next: Next | null, answered: string[], dropped: string[], remaining: number, settled: number, open: number}} Plan
 *
 * @typedef {{question: string, option: string | null, answer: Answer}} Fact
 * @typedef {{id: string, state: "met" | "not" | "open", all_of?: Reason[], any_of?: Reason[], quotes?: Quote[], facts?: Fact[], decided_by?: string}} Reason
 * @typedef {{low: number, high: number, given: number | null, capped: boolean, unit: string, quotes: Quote[]}} Factor
 * @typedef {{row: number | null, factors: Factor[], low: number, high: number}} Step
 * @typedef {"exact" | "at_most" | "at_least" | "range" | "as_paid" | "not_stated"} Kind
 * @typedef {{kind: Kind, low: number | null, high: number | null, unit: string, paid_to: string, period: string, years: number | null, steps: Step[]}} Amount
 * @typedef {{question: string, option: string | null, to: Cell | {at_least?: number, at_most?: number} & Record<string, Cell>, change: "can" | "time" | "fixed"}} Setting
 * @typedef {{interpretation: string, reading: string, status: Status, amount: Amount | null}} Reading
 * @typedef {"eligible" | "ineligible" | "unknown"} Status
 * @typedef {object} Verdict
 * @property {string} measure
 * @property {Status} status
 * @property {"entitlement" | "discretionary" | "competitive" | "duty"} basis
 * @property {Quote[]} further_conditions
 * @property {{department: string, node: string, quotes: Quote[]}[]} awaits
 * @property {string | null} excluded_by
 * @property {Amount | null} amount
 * @property {Reason} reasons
 * @property {{set: Setting[], leads_to: "eligible" | "unknown"}[]} would_change
 * @property {Reading[]} readings
 *
 * @typedef {{paid_to: string, period: string, unit: string, kind: Kind, certainty: "stated" | "further" | "decided", low: number | null, high: number | null, measures: string[]}} Line
 * @typedef {{lines: Line[], open: Line[], unstated: string[], as_paid: string[], left_out: {measure: string, because: "group" | "same_payment", of: string}[]}} Totals
 *
 * @typedef {{answers: Answers, as_of: string, only: string[] | null, want: ("plan" | "barred" | "verdicts" | "totals")[]}} Request
 * @typedef {{code: string, path?: string, allowed?: string[], did_you_mean?: string | null, reference?: string}} Fault
 * @typedef {{ok: true, plan?: Plan, barred?: string[], verdicts?: Verdict[], totals?: Totals} | {ok: false, error: Fault}} Reply
 *
 * @typedef {Record<string, string>} Start  addresses of the runtime's files, as the page names them
 */
export {};
