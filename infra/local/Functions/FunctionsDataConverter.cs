using System.Text.Json;
using Microsoft.DurableTask;

namespace VksServerless.Local.Functions;

/// <summary>As the genuine worker: the application's JSON options, and a value is written as what it is, not as what it is declared.</summary>
internal sealed class FunctionsDataConverter(JsonSerializerOptions options) : DataConverter
{
    public override string? Serialize(object? value) => value is null ? null : JsonSerializer.Serialize(value, value.GetType(), options);

    public override object? Deserialize(string? data, Type targetType) => data is null ? null : JsonSerializer.Deserialize(data, targetType, options);
}
