/**
 * Support: what an administration needs for its data project, and the departments that answer together. Offers the
 * request with its one thread, the security checklist in force and the steps to a publication. Sets no limit to how long
 * or how much support lasts.
 */
@NullMarked
package fr.agora.projects.support;

import org.jspecify.annotations.NullMarked;
