/**
 * The pages and the API of recruiter mandates. They translate requests into what the mandates do, and mandates into
 * words. What a reader may see of a mandate is decided a package further in.
 */
@NullMarked
package fr.agora.jobs.recruiter.web;

import org.jspecify.annotations.NullMarked;
