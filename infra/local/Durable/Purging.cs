using VksServerless.Local.Storage;

namespace VksServerless.Local.Durable;

internal static class Purging
{
    /// <summary>Removes a finished orchestration without a trace; one that runs is left alone.</summary>
    /// <returns>How many were removed.</returns>
    public static int Purge(SqlSession session, string id, bool recursive)
    {
        if (InstanceRows.Find(session, id) is not { IsFinished: true })
        {
            return 0;
        }

        InstanceRows.Clear(session, id);
        Inbox.Clear(session, id);
        session.Run("delete from durable_instances where id = ?1", id);
        return 1 + (recursive
            ? session.All("select id from durable_instances where parent = ?1", row => row.GetString(0), id).Sum(child => Purge(session, child, recursive))
            : 0);
    }
}
