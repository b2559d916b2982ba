namespace VksServerless.Server.Storage;

internal static class Schema
{
    /// <summary>Kept in <c>pragma user_version</c>. 0 was the first, before there was a number; there is no 1.</summary>
    public const int Version = 2;

    public const string Sql = """
        create table if not exists rows(
            partition text not null, key text not null, body blob not null, etag text not null,
            primary key (partition, key)) without rowid;

        create table if not exists blobs(
            name text primary key, length integer not null, sha256 text not null, content blob, file text);
        create index if not exists blobs_in_files on blobs(file) where file is not null;

        -- One for each subscription that takes the event. attempt: how often its listener has failed. begun: deliveries that no
        -- process has lived to end. due_at: null unless it waits for a time.
        create table if not exists deliveries(
            seq integer primary key autoincrement,
            subscription text not null, id text not null, body blob not null,
            attempt integer not null default 0, begun integer not null default 0, due_at integer);
        create index if not exists deliveries_by_subscription on deliveries(subscription, seq);
        create table if not exists messages_seen(id text primary key, sent_at integer not null) without rowid;
        create index if not exists messages_seen_by_time on messages_seen(sent_at);

        create table if not exists schedules(name text primary key, last integer not null) without rowid;
        """;
}
