#!/bin/sh
# Makes SEM's schemas and users with users.sql, each with the password that its variable holds. Runs at the first start of
# MariaDB's image (in /docker-entrypoint-initdb.d), and at each later one of pod and cluster, so that changed passwords and rights
# hold; these wait up to SEM_WAIT_SECONDS for a server that listens, which one does not that is still being made.
sem_mariadb() { MYSQL_PWD=$MARIADB_ROOT_PASSWORD mariadb "$@" --user=root; }
sem_users() {
    if [ -n "${SEM_WAIT_SECONDS:-}" ]; then
        until [ "$(sem_mariadb --protocol=socket --batch --skip-column-names --execute='SELECT @@skip_networking' 2>/dev/null)" = 0 ]; do
            [ "$SEM_WAIT_SECONDS" -gt 0 ] || { echo "apply-users: MariaDB does not let root in: has its password changed?" >&2; return 1; }
            SEM_WAIT_SECONDS=$((SEM_WAIT_SECONDS - 1))
            sleep 1
        done
    fi
    sem_script=$(cat "${SEM_USERS_SQL:-/etc/sem/users.sql}") || return 1
    for sem_name in SEM_MIGRATE_PASSWORD SEM_INGEST_PASSWORD SEM_HISTORY_PASSWORD SEM_GRAFANA_PASSWORD; do
        sem_value=$(printenv "$sem_name") || { echo "apply-users: $sem_name is not set" >&2; return 1; }
        # Letters and digits only, so that a password can be nothing but a password in SQL.
        case $sem_value in
            "" | *[!A-Za-z0-9]*) echo "apply-users: $sem_name has other characters than letters and digits" >&2; return 1 ;;
        esac
        # Out of awk's environment: what stands on a command line is read by whoever lists processes.
        sem_script=$(printf '%s\n' "$sem_script" | awk -v name="$sem_name" '{ gsub("[$][{]" name "[}]", ENVIRON[name]) } 1')
    done
    printf '%s\n' "$sem_script" | sem_mariadb --protocol=socket
}
sem_users || { echo "apply-users: the users were not made" >&2; exit 1; }
