using VksServerless.Local.Storage;

namespace VksServerless.Local.Bus;

/// <summary>Messages that were given up, each with its reason.</summary>
public sealed class DeadLetters(SqliteDatabase database)
{
    public IReadOnlyList<DeadLetter> All() => database.Read(session => session.All(
        "select d.subscription, m.id, m.subject, d.attempts, d.reason from bus_dead d join bus_messages m on m.seq = d.seq order by d.died_at, d.seq",
        row => new DeadLetter(row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt32(3), row.GetString(4))));
}

public sealed record DeadLetter(string Subscription, string MessageId, string? Subject, int Attempts, string Reason);
