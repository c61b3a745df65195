/** In place of `url-parse`, which serves browsers that have no `URL`. */
export default URL;
