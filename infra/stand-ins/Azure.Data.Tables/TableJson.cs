using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Entities on the wire: JSON with the types that JSON lacks named beside the value.</summary>
internal static class TableJson
{
    public const string ETagName = "odata.etag";
    private const string TypeSuffix = "@odata.type";

    public static byte[] Write(ITableEntity entity)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var (name, value) in Own(entity))
            {
                WriteProperty(json, name, value);
            }

            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    public static T Read<T>(JsonElement element)
        where T : class, ITableEntity
    {
        var entity = new TableEntity();
        foreach (var property in element.EnumerateObject())
        {
            if (property.Name is ETagName || !property.Name.Contains("odata.", StringComparison.Ordinal))
            {
                var type = element.TryGetProperty(property.Name + TypeSuffix, out var named) ? named.GetString() : null;
                entity[property.Name] = ReadValue(property.Value, property.Name is "Timestamp" ? "Edm.DateTime" : type);
            }
        }

        return Own(entity) is T read ? read : throw new NotSupportedException($"The stand-in reads {nameof(TableEntity)} only.");
    }

    private static TableEntity Own(ITableEntity entity) =>
        entity as TableEntity ?? throw new NotSupportedException($"The stand-in knows {nameof(TableEntity)} only.");

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        if (name is ETagName or "Timestamp" || value is null)
        {
            return;
        }

        var (type, text) = value switch
        {
            byte[] bytes => ("Edm.Binary", Convert.ToBase64String(bytes)),
            BinaryData data => ("Edm.Binary", Convert.ToBase64String(data.ToMemory().Span)),
            long number => ("Edm.Int64", number.ToString(CultureInfo.InvariantCulture)),
            Guid guid => ("Edm.Guid", guid.ToString()),
            DateTimeOffset time => ("Edm.DateTime", time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            _ => (null, null),
        };
        json.WritePropertyName(name);
        if (type is null)
        {
            JsonSerializer.Serialize(json, value, value.GetType());
        }
        else
        {
            json.WriteStringValue(text);
            json.WriteString(name + TypeSuffix, type);
        }
    }

    private static object ReadValue(JsonElement value, string type) => (value.ValueKind, type) switch
    {
        (_, "Edm.Binary") => value.GetBytesFromBase64(),
        (_, "Edm.Int64") => long.Parse(value.GetString(), CultureInfo.InvariantCulture),
        (_, "Edm.Guid") => value.GetGuid(),
        (_, "Edm.DateTime") => value.GetDateTimeOffset(),
        (JsonValueKind.String, _) => value.GetString(),
        (JsonValueKind.Number, _) => value.TryGetInt32(out var whole) ? (object)whole : value.GetDouble(),
        (JsonValueKind.True or JsonValueKind.False, _) => value.GetBoolean(),
        _ => null,
    };
}
