/**
 * How far a group's odds of having something lie above the benchmark's, in standard errors: log-odds ratio with an informative
 * Dirichlet prior (Monroe, Colaresi, Quinn 2008), counted over people: a of n_a have it, b of n_b. The prior is ten made-up
 * people who are like both groups together. 0 where nothing can be compared: nobody has it, everybody has it, or a group is empty.
 * As ClickHouse functions, to stand behind a WITH: log_odds(a, n_a, b, n_b), all Float64.
 */
export const logOddsSql = `
  (a, n_a, b, n_b) -> 10 * (a + b) / (n_a + n_b) AS log_odds_alpha,
  (a, n_a, b, n_b, alpha) ->
    (log((a + alpha) / (n_a - a + 10 - alpha)) - log((b + alpha) / (n_b - b + 10 - alpha)))
    / sqrt(1 / (a + alpha) + 1 / (n_a - a + 10 - alpha) + 1 / (b + alpha) + 1 / (n_b - b + 10 - alpha)) AS log_odds_given,
  (a, n_a, b, n_b) ->
    if(n_a <= 0 OR n_b <= 0 OR a + b <= 0 OR a + b >= n_a + n_b, 0.,
       log_odds_given(a, n_a, b, n_b, log_odds_alpha(a, n_a, b, n_b))) AS log_odds`
