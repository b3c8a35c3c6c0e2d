// The administrator's key, which is not the one for reading; it is kept as long as the tab.
const KEY = "sem-import-key";

let key = sessionStorage.getItem(KEY);

/** Whether one was given. */
export const hasAdminKey = () => Boolean(key);

/** Uses one from now on, or with null none. */
export function useAdminKey(given) {
  key = given;
  if (given) sessionStorage.setItem(KEY, given);
  else sessionStorage.removeItem(KEY);
}

/** Asks with it; what is no answer is thrown with its words, and a key that does not open is forgotten. */
export async function askAsAdmin(path, options = {}) {
  const response = await fetch(path, { ...options, headers: { ...options.headers, "X-API-Key": key ?? "" } });
  if (!response.ok) {
    if (response.status === 401 || response.status === 403) useAdminKey(null);
    const problem = await response.json().catch(() => ({}));
    throw new Error(problem.detail ?? `HTTP ${response.status}`);
  }
  return response;
}
