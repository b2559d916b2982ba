using VksServerless.Emulation.FunctionsHost.Workers.Protocol;

namespace VksServerless.Emulation.FunctionsHost.Workers;

internal static class WorkerLog
{
    public static void Pass(RpcLog said, ILogger log)
    {
        var level = (LogLevel)said.Level;
        if (level >= LogLevel.Warning && log.IsEnabled(level))
        {
            log.Log(level, "{Category}: {Message} {Exception}", said.Category, said.Message, Of(said.Exception));
        }
    }

    public static string Of(RpcException? exception) =>
        exception is null ? "" : $"{exception.Type}: {exception.Message}{Environment.NewLine}{exception.StackTrace}";
}
