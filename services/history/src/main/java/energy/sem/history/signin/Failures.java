package energy.sem.history.signin;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.quarkus.oidc.OIDCException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.mutiny.TimeoutException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Why it is not known who asks. */
final class Failures {
    private Failures() {}

    /** Whether the provider is what fails. */
    static boolean isAway(Throwable failure) {
        return jwt(failure).isEmpty()
                && causes(failure)
                        .anyMatch(each -> each instanceof IOException
                                || each instanceof OIDCException
                                || each instanceof ConfigurationException
                                || each instanceof TimeoutException);
    }

    /** Whether it is a token that has been good. */
    static boolean isExpired(Throwable failure) {
        return jwt(failure)
                .filter(wrong ->
                        wrong.getErrorDetails().stream().allMatch(each -> each.getErrorCode() == ErrorCodes.EXPIRED))
                .filter(wrong -> wrong.hasErrorCode(ErrorCodes.EXPIRED))
                .isPresent();
    }

    /** For a log: the innermost reason, and of a token what is wrong with it and never what it says. */
    static String words(Throwable failure) {
        return jwt(failure)
                .map(wrong -> wrong.getErrorDetails().stream()
                        .map(ErrorCodeValidator.Error::getErrorMessage)
                        .collect(Collectors.joining(" ")))
                .orElseGet(() -> causes(failure)
                        .map(Throwable::getMessage)
                        .filter(message -> message != null && !message.isBlank())
                        .reduce((outer, inner) -> inner)
                        .orElse(failure.getClass().getSimpleName()));
    }

    private static Optional<InvalidJwtException> jwt(Throwable failure) {
        return causes(failure)
                .filter(InvalidJwtException.class::isInstance)
                .map(InvalidJwtException.class::cast)
                .findFirst();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(20);
    }
}
