/** Address of LinkedIn's people search among those one introduction away. Nothing but these words goes into it. */
export function secondDegreeSearch(words: string): string {
  const keywords = encodeURIComponent(words.toWellFormed().trim().slice(0, 200));
  return `https://www.linkedin.com/search/results/people/?network=%5B%22S%22%5D&keywords=${keywords}`;
}
