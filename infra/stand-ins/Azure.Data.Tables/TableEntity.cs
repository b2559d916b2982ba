using System.Collections;

namespace Azure.Data.Tables;

public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> _properties;

    public TableEntity()
        : this(new Dictionary<string, object>())
    {
    }

    public TableEntity(IDictionary<string, object> values) => _properties = new(values);

    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    public string PartitionKey { get => GetString(nameof(PartitionKey)); set => this[nameof(PartitionKey)] = value; }

    public string RowKey { get => GetString(nameof(RowKey)); set => this[nameof(RowKey)] = value; }

    public DateTimeOffset? Timestamp { get => GetDateTimeOffset(nameof(Timestamp)); set => this[nameof(Timestamp)] = value; }

    public ETag ETag { get => new(GetString(TableJson.ETagName)); set => this[TableJson.ETagName] = value.ToString(); }

    public int Count => _properties.Count;

    public ICollection<string> Keys => _properties.Keys;

    ICollection<object> IDictionary<string, object>.Values => _properties.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    public object this[string key] { get => _properties.GetValueOrDefault(key); set => _properties[key] = value; }

    public string GetString(string key) => (string)this[key];

    public byte[] GetBinary(string key) => this[key] switch { BinaryData data => data.ToArray(), var value => (byte[])value };

    public BinaryData GetBinaryData(string key) => this[key] switch { byte[] bytes => new BinaryData(bytes), var value => (BinaryData)value };

    public bool? GetBoolean(string key) => (bool?)this[key];

    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)this[key];

    public double? GetDouble(string key) => (double?)this[key];

    public Guid? GetGuid(string key) => (Guid?)this[key];

    public int? GetInt32(string key) => (int?)this[key];

    public long? GetInt64(string key) => (long?)this[key];

    public void Add(string key, object value) => _properties.Add(key, value);

    public void Clear() => _properties.Clear();

    public bool ContainsKey(string key) => _properties.ContainsKey(key);

    public bool Remove(string key) => _properties.Remove(key);

    public bool TryGetValue(string key, out object value) => _properties.TryGetValue(key, out value);

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => _properties.Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_properties).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _properties.GetEnumerator();
}
