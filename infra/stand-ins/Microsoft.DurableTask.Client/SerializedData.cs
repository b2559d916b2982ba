using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Client;

public sealed class SerializedData(string data, DataConverter? converter = null)
{
    public string Value { get; } = data ?? throw new ArgumentNullException(nameof(data));

    public DataConverter Converter { get; } = converter ?? JsonDataConverter.Default;

    public T ReadAs<T>() => Converter.Deserialize<T>(Value)!;
}
