/**
 * The pages and the API that show talents to those who recruit. They hold no address of anybody: one writes through the
 * directory's form. They keep no list: each reading asks again.
 */
@NullMarked
package fr.agora.jobs.talent.web;

import org.jspecify.annotations.NullMarked;
