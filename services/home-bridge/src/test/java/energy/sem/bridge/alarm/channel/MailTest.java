package energy.sem.bridge.alarm.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import energy.sem.base.NoStart;
import energy.sem.bridge.alarm.channel.Outcome.Result;
import energy.sem.bridge.alarm.machine.AlarmKey;
import energy.sem.bridge.alarm.machine.Level;
import energy.sem.bridge.alarm.machine.Notice;
import energy.sem.bridge.alarm.machine.Notice.Kind;
import energy.sem.bridge.alarm.text.Words.Text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Alarms by mail, against a real mail server on loopback. */
class MailTest {
    private static final Text TEXT = new Text("SEM: l'énergie", "Éteignez quelque chose : la voiture…");
    private static final Notice NOTICE = new Notice(
            "id",
            new AlarmKey("home", "no-data", ""),
            Level.HIGH,
            Kind.ACTIVE,
            Instant.parse("2026-11-30T17:15:00Z"),
            Map.of());

    private static GreenMail server;

    @BeforeAll
    static void start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.setUser("sem@example.org", "sem", "s3cret");
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void a_mail_has_its_text_in_any_letters_and_goes_to_all() throws Exception {
        Outcome outcome = mail(settings(server.getSmtp().getPort())).send(NOTICE, TEXT);

        assertThat(outcome.words()).isEqualTo("the mail server took it");
        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getSubject()).isEqualTo(TEXT.title());
        assertThat(String.valueOf(mails[0].getContent()).strip()).isEqualTo(TEXT.message());
        assertThat(mails[0].getFrom()[0]).hasToString("sem@example.org");
        assertThat(mails[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void a_wrong_password_is_refused_in_words_without_it() {
        Map<String, String> settings = settings(server.getSmtp().getPort());
        settings.put("sem.alarms.mail.password", "wr0ng");
        Channel mail = mail(settings);
        Outcome outcome = send(mail);
        assertThat(outcome.result()).isEqualTo(Result.REFUSED);
        assertThat(outcome.words() + mail + mail.target()).doesNotContain("wr0ng");
    }

    @Test
    void a_server_without_starttls_gets_no_password() {
        Map<String, String> settings = settings(server.getSmtp().getPort());
        settings.remove("sem.alarms.mail.tls");
        assertThat(send(mail(settings)).result()).isNotEqualTo(Result.SENT);
    }

    @Test
    void a_server_that_is_not_there_is_tried_later() throws IOException {
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertThat(send(mail(settings(port))).result()).isEqualTo(Result.LATER);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "RCPT, 450, LATER",
        "RCPT, 550, REFUSED",
        "MAIL, 451, LATER",
        "MAIL, 530, REFUSED",
        "DATA, 452, LATER",
        "DATA, 554, REFUSED"
    })
    void what_is_refused_for_now_is_tried_later(String command, int code, Result result) throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread refusing = new Thread(() -> refuse(listening, command, code));
            refusing.setDaemon(true);
            refusing.start();
            InternetAddress address = new InternetAddress("sem@example.org");
            Channel mail = new Mail.Server(
                    "127.0.0.1", listening.getLocalPort(), "none", null, null, address, List.of(address), 3000);
            assertThat(send(mail).result()).isEqualTo(result);
        }
    }

    private static void refuse(ServerSocket listening, String command, int code) {
        try (Socket client = listening.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
            OutputStream out = client.getOutputStream();
            out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int answer = line.startsWith(command) ? code : line.startsWith("QUIT") ? 221 : 250;
                out.write((answer + " so\r\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_server_that_says_nothing_is_left_after_a_while() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            InternetAddress address = new InternetAddress("sem@example.org");
            Channel mail = new Mail.Server(
                    "127.0.0.1", silent.getLocalPort(), "none", null, null, address, List.of(address), 300);
            assertThat(send(mail).result()).isEqualTo(Result.LATER);
        }
    }

    @Test
    void what_is_no_address_stops_the_start() {
        Map<String, String> settings = settings(25);
        settings.put("sem.alarms.mail.to", "nobody at home");
        assertThatThrownBy(() -> mail(settings)).isInstanceOf(NoStart.class).hasMessageContaining("sem.alarms.mail");
    }

    private static Outcome send(Channel mail) {
        try {
            return mail.send(NOTICE, TEXT);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> settings(int port) {
        return new HashMap<>(Map.of(
                "sem.alarms.mail.host", "127.0.0.1",
                "sem.alarms.mail.port", String.valueOf(port),
                "sem.alarms.mail.tls", "none",
                "sem.alarms.mail.username", "sem",
                "sem.alarms.mail.password", "s3cret",
                "sem.alarms.mail.from", "sem@example.org",
                "sem.alarms.mail.to", "me@example.org,you@example.org"));
    }

    private static Channel mail(Map<String, String> settings) {
        return new Mail()
                .of(setting -> Optional.ofNullable(settings.get(setting)))
                .orElseThrow();
    }
}
