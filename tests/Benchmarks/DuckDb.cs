using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace VksServerless.Benchmarks;

/// <summary>DuckDB in memory, in a process of its own that ends with this one (`npm install --prefix tests/Benchmarks/duckdb`).</summary>
internal sealed class DuckDb : IAsyncDisposable
{
    private static readonly string Folder = typeof(DuckDb).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "DuckDb").Value!;

    private readonly Process _process;

    private DuckDb(Process process) => _process = process;

    public int ProcessId => _process.Id;

    public static DuckDb Start()
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")))
        {
            throw new InvalidOperationException("DuckDB is not installed: npm install --prefix tests/Benchmarks/duckdb");
        }

        return new DuckDb(Process.Start(new ProcessStartInfo("node", "start.js")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);
    }

    /// <returns>Milliseconds, as it measured them itself: the way to it and back is not in them.</returns>
    public async Task<double> Run(string statement)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(statement));
        await _process.StandardInput.FlushAsync();
        using var answer = JsonDocument.Parse(
            await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("DuckDB has ended."));
        return answer.RootElement.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException(error.GetString())
            : answer.RootElement.GetProperty("milliseconds").GetDouble();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
