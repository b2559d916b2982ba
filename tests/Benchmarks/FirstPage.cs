using System.Diagnostics;
using System.Text.RegularExpressions;

namespace VksServerless.Benchmarks;

/// <summary>What a first page costs: the time from the start of the program to its last byte, and the bytes that travel.</summary>
internal static partial class FirstPage
{
    private const int Starts = 5;

    public static async Task Measure(Action<object> print)
    {
        var data = Directory.CreateTempSubdirectory("vks-bench-");
        try
        {
            var times = new List<TimeSpan>();
            for (var start = 0; start <= Starts; start++)
            {
                var from = Stopwatch.GetTimestamp();
                using var server = Start(data.FullName);
                using var http = new HttpClient(new SocketsHttpHandler()) { BaseAddress = await AddressOf(server) };
                http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
                var page = await http.GetByteArrayAsync("portal");
                var taken = Stopwatch.GetElapsedTime(from);
                if (start == 0)
                {
                    print(new { what = "first page on an empty folder", milliseconds = Math.Round(taken.TotalMilliseconds) });
                    print(new { what = "bytes of the first page", page = page.Length, files = await FilesOf(http) });
                }
                else
                {
                    times.Add(taken);
                }

                await Stop(server);
            }

            print(new { what = "first page after a cold start", milliseconds = Quantiles.Of(times) });
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static Process Start(string data) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList =
        {
            Path.Combine(AppContext.BaseDirectory, "VksServerless.Server.dll"), "serve", "--data", data, "--port", "0", "--sample-people",
        },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<Uri> AddressOf(Process server)
    {
        while (await server.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } address)
            {
                return new Uri(address.Value);
            }
        }

        throw new InvalidOperationException(await server.StandardError.ReadToEndAsync());
    }

    /// <summary>By name, the bytes that travel of each file that the page needs, with what its style sheet needs.</summary>
    private static async Task<Dictionary<string, int>> FilesOf(HttpClient http)
    {
        var page = await http.GetStringAsync("portal");
        var files = new Dictionary<string, int>();
        foreach (Match file in File().Matches(page))
        {
            files[file.Groups[2].Value] = (await http.GetByteArrayAsync(file.Groups[1].Value)).Length;
        }

        return files;
    }

    private static async Task Stop(Process server)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{server.Id}"]);
        await server.WaitForExitAsync();
    }

    [GeneratedRegex("https?://127[.]0[.]0[.]1:[0-9]+")]
    private static partial Regex Address();

    [GeneratedRegex("(?:href|src)=\"(/portal/assets/[^/]+/([^\"]+))\"")]
    private static partial Regex File();
}
