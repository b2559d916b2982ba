using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>The answer to one action of a transaction, out of the multipart answer to the whole.</summary>
internal sealed class TableBatchAnswer : Response
{
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private TableBatchAnswer(string part)
    {
        var lines = part.Split("\r\n");
        var status = lines[0].Split(' ', 3);
        Status = int.Parse(status[1], CultureInfo.InvariantCulture);
        ReasonPhrase = status[^1];
        var blank = Array.IndexOf(lines, "");
        foreach (var line in lines[1..blank])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            _headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        ContentStream = BinaryData.FromString(string.Join("\r\n", lines[blank..]).Trim()).ToStream();
    }

    public override int Status { get; }

    public override string ReasonPhrase { get; }

    public override Stream ContentStream { get; set; }

    public override string ClientRequestId { get; set; } = "";

    public static List<TableBatchAnswer> Read(Response response) =>
    [
        .. response.Content.ToString()
            .Split("--changesetresponse", StringSplitOptions.None)
            .Select(part => part.IndexOf("HTTP/1.1 ", StringComparison.Ordinal) is >= 0 and var start ? part[start..] : null)
            .Where(part => part is not null)
            .Select(part => new TableBatchAnswer(part)),
    ];

    public override void Dispose()
    {
        ContentStream?.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override bool ContainsHeader(string name) => _headers.ContainsKey(name);

    protected override IEnumerable<HttpHeader> EnumerateHeaders() => _headers.Select(header => new HttpHeader(header.Key, header.Value));

    protected override bool TryGetHeader(string name, out string value) => _headers.TryGetValue(name, out value);

    protected override bool TryGetHeaderValues(string name, out IEnumerable<string> values)
    {
        var found = _headers.TryGetValue(name, out var value);
        values = found ? [value] : null;
        return found;
    }
}
