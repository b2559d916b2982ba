namespace VksServerless.Server.Storage;

/// <summary>Clears up after a fault: the fault is what the caller is told, not that clearing up has failed too.</summary>
internal static class Quietly
{
    public static void Do(Action clearUp)
    {
        try
        {
            clearUp();
        }
        catch (Exception)
        {
            // The first error says what went wrong.
        }
    }

    public static async Task Do(Func<Task> clearUp)
    {
        try
        {
            await clearUp();
        }
        catch (Exception)
        {
            // The first error says what went wrong.
        }
    }
}
