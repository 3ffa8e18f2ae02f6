@NullMarked
package fr.agora.jobs.recruiter;

import org.jspecify.annotations.NullMarked;
