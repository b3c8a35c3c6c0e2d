package energy.sem.bridge.alarm.channel;

import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

import jakarta.inject.Singleton;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

import energy.sem.base.NoStart;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.rule.Limits;
import energy.sem.bridge.alarm.text.Words.Text;

/** Mail by the user's own mail server (SMTP), with STARTTLS unless the settings say otherwise. */
@Singleton
class Mail implements ChannelKind {
    private static final String WORD = "mail";
    private static final int PATIENCE_MILLI = 10_000;

    @Override
    public Optional<Channel> of(Limits settings) {
        ChannelSettings own = new ChannelSettings(settings, WORD);
        return own.text("host").map(host -> server(own, host));
    }

    private static Channel server(ChannelSettings own, String host) {
        String tls = own.text("tls").orElse("starttls");
        String port = own.text("port").orElse("tls".equals(tls) ? "465" : "587");
        try {
            return new Server(
                    host,
                    Integer.parseInt(port),
                    tls,
                    own.text("username").orElse(null),
                    own.secret("password").orElse(null),
                    new InternetAddress(own.needed("from"), true),
                    List.of(InternetAddress.parse(own.needed("to"), true)),
                    PATIENCE_MILLI);
        } catch (AddressException e) {
            throw new NoStart("setting sem.alarms.mail.from or sem.alarms.mail.to: \"" + e.getRef()
                    + "\" is not a mail address such as me@example.org");
        }
    }

    record Server(
            String host,
            int port,
            String tls,
            String username,
            String password,
            InternetAddress from,
            List<InternetAddress> to,
            int patienceMilli)
            implements Channel {
        @Override
        public String word() {
            return WORD;
        }

        @Override
        public String target() {
            return host + ":" + port;
        }

        @Override
        public Outcome send(Notice notice, Text text) {
            Session session = Session.getInstance(properties());
            try {
                Transport transport = session.getTransport("tls".equals(tls) ? "smtps" : "smtp");
                try (transport) {
                    transport.connect(host, port, username, password);
                    transport.sendMessage(message(session, notice, text), addresses());
                }
                return Outcome.sent("the mail server took it");
            } catch (AuthenticationFailedException e) {
                return Outcome.refused("the mail server refuses the user or the password");
            } catch (SendFailedException e) {
                return refusal(e);
            } catch (MessagingException e) {
                return Outcome.later("the mail server cannot be reached, or broke off ("
                        + (e.getCause() == null ? e : e.getCause()).getClass().getSimpleName() + ")");
            }
        }

        // One refusal for good is one of all: nothing is sent in part.
        private static Outcome refusal(SendFailedException failure) {
            int worst = 0;
            for (Exception each = failure; each != null; each = next(each)) {
                worst = Math.max(worst, code(each));
            }
            return worst >= 400 && worst < 500
                    ? Outcome.later("the mail server does not take it now (" + worst + ")")
                    : Outcome.refused("the mail server refuses an address, or the sender");
        }

        private static Exception next(Exception failure) {
            return failure instanceof MessagingException known ? known.getNextException() : null;
        }

        private static int code(Exception failure) {
            if (failure instanceof SMTPAddressFailedException known) {
                return known.getReturnCode();
            }
            if (failure instanceof SMTPSenderFailedException known) {
                return known.getReturnCode();
            }
            return failure instanceof SMTPSendFailedException known ? known.getReturnCode() : 0;
        }

        private InternetAddress[] addresses() {
            return to.toArray(InternetAddress[]::new);
        }

        private MimeMessage message(Session session, Notice notice, Text text) throws MessagingException {
            MimeMessage message = new MimeMessage(session);
            message.setFrom(from);
            message.setRecipients(Message.RecipientType.TO, addresses());
            message.setSubject(text.title(), "UTF-8");
            message.setText(text.message(), "UTF-8");
            message.setSentDate(Date.from(notice.at()));
            // No automatic answers to this.
            message.setHeader("Auto-Submitted", "auto-generated");
            return message;
        }

        private Properties properties() {
            String protocol = "tls".equals(tls) ? "mail.smtps." : "mail.smtp.";
            Properties properties = new Properties();
            properties.setProperty(protocol + "auth", String.valueOf(username != null));
            properties.setProperty(protocol + "connectiontimeout", String.valueOf(patienceMilli));
            properties.setProperty(protocol + "timeout", String.valueOf(patienceMilli));
            properties.setProperty(protocol + "writetimeout", String.valueOf(patienceMilli));
            properties.setProperty(protocol + "ssl.checkserveridentity", "true");
            if ("starttls".equals(tls.toLowerCase(Locale.ROOT))) {
                properties.setProperty(protocol + "starttls.required", "true");
                properties.setProperty(protocol + "starttls.enable", "true");
            }
            return properties;
        }

        @Override
        public String toString() {
            return "mail " + target();
        }
    }
}
