/**
 * Recruiter mandates: who may publish offers for an organisation, who belongs to the filière RH du numérique. They are
 * asked for with a reason, granted or refused by those who answer for the organisation, and the role they bring is
 * given and taken back at the identity server. The mandate decides and is never lost; the identity server follows as
 * soon as it answers.
 */
@NullMarked
package fr.agora.jobs.recruiter;

import org.jspecify.annotations.NullMarked;
