using Amqp;

namespace VksServerless.Emulation.Bus.Topics;

internal static class ByteBuffers
{
    public static byte[] ToBytes(this ByteBuffer buffer) => buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
}
