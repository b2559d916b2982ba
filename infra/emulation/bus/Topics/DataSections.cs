using Amqp;
using Amqp.Framing;

namespace VksServerless.Emulation.Bus.Topics;

/// <summary>A message's body is one binary section, several of them, or something else.</summary>
internal static class DataSections
{
    public static IEnumerable<byte[]> Of(Message message) => message.BodySection switch
    {
        Data data => [data.Binary],
        DataList list => Enumerable.Range(0, list.Count).Select(index => list[index].Binary),
        _ => [],
    };
}
