namespace Pulumi;

/// <summary>
/// Sends registrations that had to wait, as soon as they can be sent and in the order of the program: an answer of the
/// engine makes many of them ready at once.
/// </summary>
internal sealed class RegistrationQueue
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<PendingRegistration, long> _ready = new();
    private long _last;
    private bool _isSending;

    // Answers that are being told, and registrations that can be sent.
    private int _before;

    /// <summary>Whether earlier registrations are about to be sent, so that a later one has to wait for its turn.</summary>
    public bool IsBusy => Volatile.Read(ref _before) > 0;

    /// <summary>The place of a registration in the order of the program.</summary>
    public long NextPlace() => Interlocked.Increment(ref _last);

    /// <summary>An answer is about to be told to those that wait for it.</summary>
    public void Open() => Interlocked.Increment(ref _before);

    /// <summary>All that waited for an answer have been told, and what they are ready for is sent.</summary>
    public void Close()
    {
        Send();
        Interlocked.Decrement(ref _before);
    }

    /// <summary>Adds a registration that need not wait any longer.</summary>
    public void Add(PendingRegistration registration)
    {
        Interlocked.Increment(ref _before);
        lock (_lock)
        {
            _ready.Enqueue(registration, registration.Place);
        }
    }

    /// <summary>Sends what can be sent. One thread at a time; what others add meanwhile it sends too.</summary>
    public void Send()
    {
        bool isMine = false;
        while (true)
        {
            PendingRegistration? next;
            lock (_lock)
            {
                if ((_isSending && !isMine) || !_ready.TryDequeue(out next, out _))
                {
                    _isSending &= !isMine;
                    return;
                }

                isMine = _isSending = true;
            }

            next.Start();
            Interlocked.Decrement(ref _before);
        }
    }
}
