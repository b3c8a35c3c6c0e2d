/**
 * What the outside of every service has in common: errors as problem+json ({@link energy.sem.base.Problem}), the one
 * catalogue of settings ({@link energy.sem.base.SettingsCatalogue}) and keys ({@link energy.sem.base.Keys}).
 */
package energy.sem.base;
