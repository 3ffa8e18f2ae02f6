/**
 * Who had a part in a use case, named only after they accepted. Those who write a use case propose a member, the member
 * accepts or declines and may withdraw at any time. An accepted credit is told to the directory, which shows it on the
 * profile.
 */
@NullMarked
package fr.agora.projects.credit;

import org.jspecify.annotations.NullMarked;
