package energy.sem.history.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * A question that is worked out while no other of its kind is, whatever is asked at once: each holds a year of quarter hours, or
 * those of many meters. It waits for its turn before it takes a connection to the database; one that waits too long is refused with 503.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface InTurn {}
