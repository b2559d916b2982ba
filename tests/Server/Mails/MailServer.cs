using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace VksServerless.Server.Tests.Mails;

/// <summary>A mail server (`npm ci --prefix tests/smtp`) on the loopback address. It ends with this process, however that ends.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private static readonly string Folder = typeof(MailServer).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Smtp").Value!;

    private readonly Process _process;
    private readonly Queue<JsonElement> _arrived = [];

    private MailServer(Process process) => _process = process;

    public int Port { get; private set; }

    /// <param name="options">starttls, login.</param>
    public static async Task<MailServer> Start(int port = 0, params IEnumerable<string> options)
    {
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            ArgumentList = { "start.js", $"{port}" },
        };
        foreach (var option in options)
        {
            start.ArgumentList.Add(option);
        }

        var server = new MailServer(Process.Start(start)!);
        server.Port = (await server.Said("port")).GetInt32();
        return server;
    }

    /// <param name="answer">accept, rcpt CODE or data CODE.</param>
    public async Task Answers(string answer)
    {
        await _process.StandardInput.WriteLineAsync(answer);
        (await Said("now")).GetString().ShouldBe(answer);
    }

    /// <summary>The mails that it has taken, in their order; what it was told last tells that it has heard of nothing after them.</summary>
    public async Task<IReadOnlyList<ArrivedMail>> Taken()
    {
        await Answers("accept");
        var taken = _arrived.Select(mail => new ArrivedMail(
            mail.GetProperty("from").GetString()!,
            [.. mail.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
            mail.TryGetProperty("secure", out var secure) && secure.GetBoolean(),
            System.Text.Encoding.ASCII.GetString(mail.GetProperty("raw").GetBytesFromBase64()))).ToList();
        _arrived.Clear();
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<JsonElement> Said(string property)
    {
        while (true)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server has ended.");
            var said = JsonSerializer.Deserialize<JsonElement>(line);
            if (said.TryGetProperty(property, out var value))
            {
                return value;
            }

            _arrived.Enqueue(said);
        }
    }
}

/// <param name="Raw">As it came over the line: every byte is ASCII.</param>
internal sealed record ArrivedMail(string From, IReadOnlyList<string> To, bool IsEncrypted, string Raw)
{
    public string Text
    {
        get
        {
            var body = Raw[(Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("=\r\n", "");
            var bytes = new List<byte>();
            for (var at = 0; at < body.Length; at += body[at] == '=' ? 3 : 1)
            {
                bytes.Add(body[at] == '=' ? Convert.ToByte(body.Substring(at + 1, 2), 16) : (byte)body[at]);
            }

            return System.Text.Encoding.UTF8.GetString([.. bytes]);
        }
    }

    /// <summary>The header's value, its encoded words read.</summary>
    public string Header(string name)
    {
        var lines = Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ").Replace("\r\n\t", " ").Split("\r\n");
        var value = lines.Where(
            line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase)).ShouldHaveSingleItem()[(name.Length + 2)..];
        return string.Concat(value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Word));
    }

    private static string Word(string word) => word.Split('?') is ["=", var charset, var encoding, var coded, "="]
        && charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && encoding is "B" or "b"
        ? System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(coded))
        : word;
}
