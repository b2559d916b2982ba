using System.CommandLine;
using System.Text.Json;
using VksServerless.Server.Hosting;

namespace VksServerless.Demo;

/// <summary>Plays a whole cycle with sample units and leaves behind what came of it.</summary>
internal static class DemoCommand
{
    private const string All = "all";
    private const int FewestUnits = 10;
    private const int MostUnits = 10_000;

    /// <param name="open">Opens the door that the demo is played on, at an instant.</param>
    public static RootCommand Create(Func<DateTimeOffset, CancellationToken, Task<IDoor>> open)
    {
        var form = new Option<string?>("--form")
        {
            Description = $"The form that is played, or all: {string.Join(", ", DemoCycle.FormCodes)}. "
                + "Default: the ten-year review as it was asked in 2018.",
        };
        form.AcceptOnlyFromAmong([.. DemoCycle.FormCodes, All]);
        var units = new Option<int>("--units")
        {
            Description = $"How many units are to report, {FewestUnits} to {MostUnits}.",
            DefaultValueFactory = _ => 800,
        };
        var seed = new Option<int>("--seed") { Description = "The same seed plays the same cycle.", DefaultValueFactory = _ => 1 };
        var folder = new Option<string>("--out")
        {
            Description = "The folder for the publication, the accepted reports and the mails.",
            DefaultValueFactory = _ => "out",
        };
        units.Validators.Add(given =>
        {
            // What is no number is told by the parser itself.
            if (given.Tokens is [var text] && int.TryParse(text.Value, out var wanted) && wanted is < FewestUnits or > MostUnits)
            {
                given.AddError($"--units takes {FewestUnits} to {MostUnits}.");
            }
        });
        var command = new RootCommand("Plays a whole reporting cycle of a form with sample units, then ends.")
        {
            form, units, seed, folder,
        };
        command.SetAction((arguments, cancellation) => Play(
            open,
            Runs(
                arguments.GetValue(form), arguments.GetRequiredValue(units), arguments.GetRequiredValue(seed),
                Path.GetFullPath(arguments.GetRequiredValue(folder))),
            cancellation));
        return command;
    }

    private static IReadOnlyList<DemoOptions> Runs(string? form, int units, int seed, string folder) => form == All
        ? [.. DemoCycle.FormCodes.Select(code => new DemoOptions(code, units, seed, Path.Combine(folder, code)))]
        : [new DemoOptions(form, units, seed, folder)];

    private static async Task<int> Play(
        Func<DateTimeOffset, CancellationToken, Task<IDoor>> open, IReadOnlyList<DemoOptions> runs, CancellationToken cancellation)
    {
        try
        {
            foreach (var options in runs)
            {
                var results = await DemoProgress.Show(progress => new DemoRun(options, open, progress).Play(cancellation));
                await Console.Error.WriteLineAsync(
                    $"demo: publication.html, publication.json, submissions.ndjson and mails/ are in {options.Out}");
                foreach (var result in results)
                {
                    await Console.Out.WriteLineAsync(JsonSerializer.Serialize(result, JsonSerializerOptions.Web));
                }
            }

            return 0;
        }
        catch (Exception wrong) when (
            wrong is DemoFailedException or DataFolderException or SettingException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"demo: {wrong.Message}");
            return 1;
        }
    }
}

/// <param name="Form">Its code; null: the ten-year review as it was asked in 2018.</param>
/// <param name="Units">That are expected to report: the exempt one comes on top.</param>
/// <param name="Out">A folder; made when it is not there.</param>
internal sealed record DemoOptions(string? Form, int Units, int Seed, string Out);

/// <summary>Something went otherwise than it should have: the demo's finding.</summary>
internal sealed class DemoFailedException(string message) : Exception(message);
