package energy.sem.files.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words, names, values and comments of an SQL text, in the dialects of MariaDB, PostgreSQL and SQLite. Methods that answer whether
 * something is whole answer false at the end of the text. Not thread-safe.
 */
final class SqlTokens {
    private static final int MOST_OF_A_VALUE = 4_096;
    private static final int MOST_OF_A_COMMENT = 400;
    private static final int MOST_COLUMNS = 1_000;

    private final SqlCharacters text;
    private boolean named;
    private boolean completed;
    private boolean utc;

    SqlTokens(SqlCharacters text) {
        this.text = text;
    }

    /** Whether a comment says which program made the dump, and none that it is complete. */
    boolean isIncomplete() {
        return named && !completed;
    }

    /** Whether the time zone was set to UTC. */
    boolean isUtc() {
        return utc;
    }

    void blanksAndComments() throws IOException {
        while (true) {
            int c = text.peek();
            if (c == '-' || c == '#') {
                String comment = text.restOfLine(MOST_OF_A_COMMENT);
                noteComment(comment);
            } else if (c == '/') {
                text.next();
                if (text.peek() == '*') {
                    comment();
                }
            } else if (c >= 0 && c <= ' ') {
                text.next();
            } else {
                return;
            }
        }
    }

    private void noteComment(String comment) {
        named |= comment.startsWith("-- MariaDB dump")
                || comment.startsWith("-- MySQL dump")
                || comment.equals("-- PostgreSQL database dump");
        completed |=
                comment.startsWith("-- Dump completed") || comment.startsWith("-- PostgreSQL database dump complete");
    }

    private void comment() throws IOException {
        StringBuilder comment = new StringBuilder();
        int before = 0;
        for (int c = text.next(); c >= 0; c = text.next()) {
            if (before == '*' && c == '/' && comment.length() > 1) {
                break;
            }
            if (comment.length() < MOST_OF_A_COMMENT) {
                comment.append((char) c);
            }
            before = c;
        }
        noteZone(comment);
    }

    void noteZone(CharSequence statement) {
        String upper = statement.toString().toUpperCase(Locale.ROOT);
        utc |= upper.contains("TIME_ZONE='+00:00'") || upper.contains("TIME_ZONE = '+00:00'");
    }

    String word() throws IOException {
        StringBuilder word = new StringBuilder();
        while (Character.isLetter(text.peek()) && word.length() < MOST_OF_A_COMMENT) {
            word.append((char) text.next());
        }
        return word.toString().toUpperCase(Locale.ROOT);
    }

    /** An identifier, quoted or not, without its schema; empty where there is none. */
    String name() throws IOException {
        StringBuilder name = new StringBuilder();
        while (true) {
            int c = text.peek();
            if (c == '`' || c == '"') {
                text.next();
                quoted(c, name, false);
            } else if (Character.isLetterOrDigit(c) || c == '_' || c == '$') {
                text.next();
                if (name.length() < MOST_OF_A_VALUE) {
                    name.append((char) c);
                }
            } else if (c == '.' && name.length() > 0) {
                text.next();
                name.setLength(0);
            } else {
                return name.toString();
            }
        }
    }

    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        while (true) {
            blanksAndComments();
            int c = text.peek();
            if (c < 0) {
                return null;
            }
            String name = name();
            if (!name.isEmpty()) {
                if (names.size() < MOST_COLUMNS) {
                    names.add(name.toLowerCase(Locale.ROOT));
                }
            } else if (text.next() == ')') {
                return names;
            }
        }
    }

    boolean skipOne() throws IOException {
        int c = text.next();
        if (c == '\'' || c == '"' || c == '`') {
            return quoted(c, null, true);
        }
        return true;
    }

    /** The rest of a quoted text, the first quotation mark taken. */
    boolean quoted(int mark, StringBuilder to, boolean backslashes) throws IOException {
        while (true) {
            int c = text.next();
            if (c < 0) {
                return false;
            }
            if (c == '\\' && backslashes && mark != '`') {
                c = text.next();
                if (c < 0) {
                    return false;
                }
            } else if (c == mark) {
                if (text.peek() != mark) {
                    return true;
                }
                text.next();
            }
            if (to != null && to.length() < MOST_OF_A_VALUE) {
                to.append((char) c);
            }
        }
    }

    boolean tuple(List<String> values) throws IOException {
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        while (true) {
            int c = text.next();
            if (c < 0) {
                return false;
            }
            if (c == '\'' || c == '"') {
                value.setLength(0);
                quoted = true;
                if (!quoted(c, value, true)) {
                    return false;
                }
            } else if (depth > 0) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            } else if (c == ',' || c == ')') {
                if (values.size() < MOST_COLUMNS) {
                    String bare = value.toString();
                    values.add(quoted ? bare : unquoted(bare));
                }
                value.setLength(0);
                quoted = false;
                if (c == ')') {
                    return true;
                }
            } else if (c == '(') {
                // A call such as now(): passed over.
                depth = 1;
            } else if (!quoted && value.length() < MOST_OF_A_VALUE && !(value.length() == 0 && c <= ' ')) {
                value.append((char) c);
            }
        }
    }

    private static String unquoted(String bare) {
        String stripped = bare.strip();
        return stripped.equalsIgnoreCase("NULL") ? null : stripped;
    }

    /** The rest of a statement to its semicolon, taken. */
    boolean rest(StringBuilder statement, int most) throws IOException {
        while (true) {
            int c = text.next();
            if (c < 0) {
                return false;
            }
            if (c == ';') {
                return true;
            }
            if (statement.length() < most) {
                statement.append((char) c);
            }
            if (c == '\'' || c == '"' || c == '`') {
                StringBuilder quoted = new StringBuilder();
                if (!quoted(c, quoted, true)) {
                    return false;
                }
                if (statement.length() < most) {
                    statement.append(quoted).append((char) c);
                }
            }
        }
    }
}
