/**
 * What the outside of every service has in common: errors as problem+json ({@link energy.sem.base.Problem}), the one
 * catalogue of settings ({@link energy.sem.base.SettingsCatalogue}), keys ({@link energy.sem.base.Keys}) and which version runs
 * ({@link energy.sem.base.Version}).
 */
package energy.sem.base;
