using System.Collections;
using Azure.Core.Serialization;
using Microsoft.Azure.Functions.Worker.Converters;

namespace Microsoft.Azure.Functions.Worker;

public class WorkerOptions
{
    public ObjectSerializer? Serializer { get; set; }

    public InputConverterCollection InputConverters { get; } = new();

    public IDictionary<string, string> Capabilities { get; } = new Dictionary<string, string>();
}

public sealed class InputConverterCollection : IEnumerable<Type>
{
    private readonly List<Type> converters = [];

    public void Register<T>() where T : IInputConverter => converters.Add(typeof(T));

    public void RegisterAt<T>(int index) where T : IInputConverter => converters.Insert(index, typeof(T));

    public void Clear() => converters.Clear();

    public IEnumerator<Type> GetEnumerator() => converters.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
