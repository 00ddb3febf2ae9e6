/** People drawn at most; more is a hairball (product.md, Map). */
export const MAP_LIMIT = 600;
