using System.Globalization;
using Spectre.Console;

namespace VksServerless.Demo;

/// <summary>Tells on stderr how far the demo has come: a bar for a person, a few plain lines for a log.</summary>
internal static class DemoProgress
{
    public static Task<T> Show<T>(Func<Action<double, string>, Task<T>> play)
    {
        if (Console.IsErrorRedirected)
        {
            return play(Sparsely());
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().AutoClear(true).StartAsync(async context =>
        {
            var bar = context.AddTask("Kỳ báo cáo mẫu", maxValue: 1);
            return await play((done, what) =>
            {
                bar.Value = done;
                bar.Description = Markup.Escape(what);
            });
        });
    }

    private static Action<double, string> Sparsely()
    {
        var told = -1;
        return (done, what) =>
        {
            var tenth = (int)(done * 10);
            if (tenth > told)
            {
                told = tenth;
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tenth * 10,3} % {what}"));
            }
        };
    }
}
