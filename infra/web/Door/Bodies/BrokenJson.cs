using System.Text.Json;
using VksServerless.Reports;

namespace VksServerless.Web.Door.Bodies;

/// <summary>
/// Says where and why a body could not be read as JSON: it ends early, is too deep, names a property twice, or is no JSON.
/// </summary>
internal static class BrokenJson
{
    private const string Number = " Số viết dạng 1234.56, không dấu phân cách hàng nghìn.";

    /// <param name="wrong">What its reader complained of.</param>
    /// <param name="names">Which names of properties are the same.</param>
    public static Refusal Of(ReadOnlySpan<byte> json, JsonException wrong, int maxDepth, StringComparer names)
    {
        var open = new Stack<Level>();
        try
        {
            // Not the final block: so that the end of the bytes is told from a fault in them.
            var reader = new Utf8JsonReader(json, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = maxDepth }));
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName)
                {
                    var inside = open.Peek();
                    inside.Name = reader.GetString()!;
                    if (!inside.Names.Add(inside.Name))
                    {
                        return Twice(open);
                    }
                }
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    open.Pop();
                }
                else
                {
                    if (open.TryPeek(out var around))
                    {
                        around.Index++;
                    }

                    if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    {
                        open.Push(new Level(reader.TokenType is JsonTokenType.StartArray, names));
                    }
                }
            }

            return reader.TokenType is JsonTokenType.None || open.Count > 0
                ? ReportRefusals.Malformed("Nội dung kết thúc sớm, chưa hết JSON: gửi lại cho đủ.")
                : Unreadable(json, wrong);
        }
        catch (JsonException syntax)
        {
            return open.Count == maxDepth && At(json, syntax) is '{' or '['
                ? ReportRefusals.Malformed($"JSON lồng quá sâu: tối đa {maxDepth} mức.")
                : Unreadable(json, syntax);
        }
        catch (InvalidOperationException)
        {
            return RequestBody.NotUnicode;
        }
    }

    private static Refusal Twice(Stack<Level> open)
    {
        var place = string.Concat(open.Reverse().Select(level => $"/{level}"));
        return ReportRefusals.Malformed($"{place}: thuộc tính này có hai lần; chỉ giữ một.") with
        {
            Errors = [new FieldError(place, "duplicate", "Thuộc tính này có hai lần; chỉ giữ một.")],
        };
    }

    private static Refusal Unreadable(ReadOnlySpan<byte> json, JsonException wrong)
    {
        var place = wrong.LineNumber is { } line ? $" ở dòng {line + 1}, vị trí {wrong.BytePositionInLine + 1}" : "";
        var isNumber = At(json, wrong) is { } sign && "0123456789.,+-NI".Contains(sign, StringComparison.Ordinal);
        return ReportRefusals.Malformed($"JSON không hợp lệ{place}: kiểm tra dấu ngoặc, dấu phẩy, dấu nháy kép.{(isNumber ? Number : "")}");
    }

    /// <summary>The sign that could not be read; null when that is unknown.</summary>
    private static char? At(ReadOnlySpan<byte> json, JsonException wrong)
    {
        for (var line = wrong.LineNumber; line > 0; line--)
        {
            json = json[(json.IndexOf((byte)'\n') + 1)..];
        }

        return wrong.BytePositionInLine is { } at && at < json.Length ? (char)json[(int)at] : null;
    }

    /// <summary>An object or array that is open, and how far it has been read.</summary>
    private sealed class Level(bool isArray, StringComparer names)
    {
        public HashSet<string> Names { get; } = new(names);

        public string Name { get; set; } = "";

        public int Index { get; set; } = -1;

        public override string ToString() => isArray
            ? $"{Index}"
            : (Name.Length > 80 ? Name[..80] : Name).Replace("~", "~0", StringComparison.Ordinal)
                .Replace("/", "~1", StringComparison.Ordinal);
    }
}
