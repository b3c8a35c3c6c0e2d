/** The exports of the HomeWizard Energy app. */
package energy.sem.files.homewizard;
