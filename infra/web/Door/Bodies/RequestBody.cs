using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using VksServerless.Reports;

namespace VksServerless.Web.Door.Bodies;

/// <summary>Reads a JSON body within bounds: size, depth, no duplicate and no unknown properties.</summary>
public static class RequestBody
{
    public const int LimitKilobytes = 1024;
    private const int MaxDepth = 16;

    private static readonly JsonSerializerOptions Strict = new(DomainJson.Options)
    {
        MaxDepth = MaxDepth,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Lets this request bring more than the server usually takes.</summary>
    /// <param name="most">Bytes.</param>
    public static void Allow(HttpRequest request, long most)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }
    }

    /// <summary>The bytes, up to 1 MiB.</summary>
    public static async Task<Outcome<ReadOnlyMemory<byte>>> Bytes(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > LimitKilobytes * 1024)
        {
            return ReportRefusals.TooLarge(LimitKilobytes);
        }

        // As large as the body says it is, and one byte more to see its end.
        var buffer = new byte[(request.ContentLength ?? 16 * 1024) + 1];
        var length = 0;
        for (int read; (read = await request.Body.ReadAsync(buffer.AsMemory(length), cancellation)) > 0;)
        {
            length += read;
            if (length > LimitKilobytes * 1024)
            {
                return ReportRefusals.TooLarge(LimitKilobytes);
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, 2 * length);
            }
        }

        return (ReadOnlyMemory<byte>)buffer.AsMemory(0, length);
    }

    /// <summary>The bytes of a body that says it is JSON.</summary>
    public static async Task<Outcome<ReadOnlyMemory<byte>>> JsonBytes(HttpRequest request, CancellationToken cancellation) =>
        request.HasJsonContentType()
            ? await Bytes(request, cancellation)
            : new Refusal(RefusalKind.UnsupportedKind, "not-json", "Không phải JSON", "Gửi nội dung với Content-Type: application/json.");

    public static Outcome<JsonDocument> Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            ReadNames(document.RootElement);
            return document;
        }
        catch (JsonException wrong)
        {
            return BrokenJson.Of(json.Span, wrong, MaxDepth, StringComparer.Ordinal);
        }
        catch (InvalidOperationException)
        {
            return NotUnicode;
        }
    }

    public static Outcome<T> Parse<T>(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json.Span, Strict) is not { } body ? ReportRefusals.Malformed("Nội dung trống.")
                : HasNull(json.Span) && Faults(typeof(T), json) is { } nulls ? nulls
                : body;
        }
        catch (JsonException wrong)
        {
            return Faults(typeof(T), json) ?? BrokenJson.Of(json.Span, wrong, MaxDepth, StringComparer.OrdinalIgnoreCase);
        }
        catch (NotSupportedException) when (Faults(typeof(T), json) is { } faults)
        {
            // One of several kinds, and it does not say which.
            return faults;
        }
        catch (InvalidOperationException)
        {
            return NotUnicode;
        }
    }

    /// <summary>Reads and parses a JSON body.</summary>
    public static async Task<Outcome<T>> Read<T>(HttpRequest request, CancellationToken cancellation) =>
        (await JsonBytes(request, cancellation)).Then(Parse<T>);

    private static Refusal? Faults(Type type, ReadOnlyMemory<byte> json)
    {
        if (BodyFaults.Of(type, json, Strict) is not [var first, ..] faults)
        {
            return null;
        }

        var place = first.Place.Length == 0 ? "Toàn bộ nội dung" : first.Place;
        var more = faults.Count > 1 ? $" Còn {faults.Count - 1} chỗ khác nêu dưới đây." : "";
        return ReportRefusals.Malformed($"{place}: {first.Message}{more}") with { Errors = faults };
    }

    /// <summary>The serializer holds a type to its nullability everywhere but in lists and dictionaries.</summary>
    private static bool HasNull(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return true;
            }
        }

        return false;
    }

    internal static Refusal NotUnicode { get; } = ReportRefusals.Malformed("Văn bản trong JSON chứa ký tự Unicode không hợp lệ.");

    /// <exception cref="InvalidOperationException">A name has half a surrogate pair in it: found here, before anything reads
    /// it.</exception>
    private static void ReadNames(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var part in element.EnumerateObject())
            {
                _ = part.Name;
                ReadNames(part.Value);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in element.EnumerateArray())
            {
                ReadNames(part);
            }
        }
    }
}
