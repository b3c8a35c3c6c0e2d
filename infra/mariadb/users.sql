-- The schemas of SEM and its four database users with exactly their rights: the one place where they are said.
-- Run as an administrator, before the tables exist and again whenever a password changes; running it twice changes nothing.
-- Each ${...} is replaced by a password of letters and digits before it is run (libs/local-services, and the pod and
-- the cluster, do that).

-- utf8mb4_bin: names and serial numbers are the same only when every byte is.
CREATE DATABASE IF NOT EXISTS sem CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
CREATE DATABASE IF NOT EXISTS sem_views CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- '%' because in a pod or a cluster the services come from other addresses; who may reach the port is the network's business.
CREATE USER IF NOT EXISTS 'sem_migrate'@'%' IDENTIFIED BY '${SEM_MIGRATE_PASSWORD}';
CREATE USER IF NOT EXISTS 'sem_ingest'@'%' IDENTIFIED BY '${SEM_INGEST_PASSWORD}';
CREATE USER IF NOT EXISTS 'sem_history'@'%' IDENTIFIED BY '${SEM_HISTORY_PASSWORD}';
CREATE USER IF NOT EXISTS 'sem_grafana'@'%' IDENTIFIED BY '${SEM_GRAFANA_PASSWORD}';
ALTER USER 'sem_migrate'@'%' IDENTIFIED BY '${SEM_MIGRATE_PASSWORD}';
ALTER USER 'sem_ingest'@'%' IDENTIFIED BY '${SEM_INGEST_PASSWORD}';
ALTER USER 'sem_history'@'%' IDENTIFIED BY '${SEM_HISTORY_PASSWORD}';
ALTER USER 'sem_grafana'@'%' IDENTIFIED BY '${SEM_GRAFANA_PASSWORD}';

-- Whatever an earlier version granted is gone first.
REVOKE ALL PRIVILEGES, GRANT OPTION FROM 'sem_migrate'@'%', 'sem_ingest'@'%', 'sem_history'@'%', 'sem_grafana'@'%';

-- semctl is this user: it writes what backups and semctl doctor say (backup_run, doctor_look), which history only reads.
-- Makes and changes tables, views and procedures; what it makes with SQL SECURITY DEFINER runs with its rights.
GRANT ALL PRIVILEGES ON sem.* TO 'sem_migrate'@'%';
GRANT ALL PRIVILEGES ON sem_views.* TO 'sem_migrate'@'%';
-- Where a restore prepares its tables, and what it replaced, until it is done (docs/decisions/backup.md).
GRANT ALL PRIVILEGES ON sem_restore.* TO 'sem_migrate'@'%';
GRANT ALL PRIVILEGES ON sem_replaced.* TO 'sem_migrate'@'%';

-- Writes readings, deletes nothing: old partitions are dropped by a procedure of sem_migrate.
GRANT SELECT, INSERT, UPDATE, EXECUTE ON sem.* TO 'sem_ingest'@'%';

GRANT SELECT ON sem.* TO 'sem_history'@'%';

-- Grafana sees what the views show and no table.
GRANT SELECT ON sem_views.* TO 'sem_grafana'@'%';
