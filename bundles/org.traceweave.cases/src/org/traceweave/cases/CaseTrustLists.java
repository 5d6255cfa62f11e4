package org.traceweave.cases;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.traceweave.cases.internal.CaseFolder;
import org.traceweave.cases.internal.Sha256;
import org.traceweave.cases.internal.StorageFailure;
import org.traceweave.cases.internal.TrustFolder;
import org.traceweave.certificates.TrustAnchors;
import org.traceweave.certificates.TrustListException;
import org.traceweave.certificates.TrustLists;

/**
 * The trust lists that were added to a case: what its machines and clients trust. They are kept in the folder {@code trust} of the case as names,
 * thumbprints and certificates; a keystore's private keys and password are not kept. Safe for use by several threads.
 */
public final class CaseTrustLists {

    private static final int ID_LENGTH = 16;

    /** What a case has to do with its lists. */
    interface Owner {
        CaseFolder folder();

        /** @throws CaseException if the case cannot be written now */
        void checkWritable() throws CaseException;

        void changed();
    }

    private final Owner owner;
    private volatile List<CaseTrustList> lists = List.of();
    private String state = "";
    private volatile Optional<String> problem = Optional.empty();

    CaseTrustLists(Owner owner) {
        this.owner = owner;
        refresh();
    }

    private static MessageDigest digest(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        digest.update(bytes);
        return digest;
    }

    /** In the order in which they were added. */
    public List<CaseTrustList> lists() {
        return lists;
    }

    /** Why the lists that the case had cannot be read, in one sentence; it then goes on without them. */
    public Optional<String> problem() {
        return problem;
    }

    /**
     * Adds a list, in any form that {@link TrustLists} reads. The same file again takes the place it had.
     *
     * @param name what it is called from now on
     * @param password of a keystore, if it needs one
     * @throws TrustListException if the bytes hold no trust list, or the password does not open it
     * @throws CaseException if the case cannot be written
     */
    public synchronized CaseTrustList add(String name, byte[] bytes, Optional<char[]> password, boolean publicProgram)
            throws TrustListException, CaseException {
        owner.checkWritable();
        String sha256 = Sha256.hex(digest(bytes));
        CaseTrustList added = new CaseTrustList(sha256.substring(0, ID_LENGTH), sha256, publicProgram, TrustLists.read(name, bytes, password));
        List<CaseTrustList> all = new ArrayList<>(lists);
        int known = all.stream().map(CaseTrustList::id).toList().indexOf(added.id());
        if (known < 0) {
            all.add(added);
        } else {
            all.set(known, added);
        }
        try {
            folder().writeEntries(added);
            folder().writeLists(all);
        } catch (IOException e) {
            throw StorageFailure.of(e, owner.folder());
        }
        lists = List.copyOf(all);
        problem = Optional.empty();
        owner.changed();
        return added;
    }

    /** Takes a list out; one that is not there needs nothing done. @throws CaseException if the case cannot be written */
    public synchronized void remove(String id) throws CaseException {
        owner.checkWritable();
        List<CaseTrustList> left = lists.stream().filter(each -> !each.id().equals(id)).toList();
        if (left.size() == lists.size()) {
            return;
        }
        try {
            folder().writeLists(left);
            folder().deleteEntries(id);
        } catch (IOException e) {
            throw StorageFailure.of(e, owner.folder());
        }
        lists = left;
        owner.changed();
    }

    /** Everything that one of the lists has. */
    public TrustAnchors anchors() {
        return TrustAnchors.ofLists(lists.stream().map(CaseTrustList::list).toList());
    }

    /** What lists of machines have: those that are of no public program. */
    public TrustAnchors machines() {
        return TrustAnchors.ofLists(lists.stream().filter(each -> !each.publicProgram()).map(CaseTrustList::list).toList());
    }

    /** What lists of public programs have; an anchor that is not among them is an enterprise's own, or no such list is there. */
    public TrustAnchors publicRoots() {
        return TrustAnchors.ofLists(lists.stream().filter(CaseTrustList::publicProgram).map(CaseTrustList::list).toList());
    }

    /** Changes with every list that is added, taken out, or said to be public; empty without lists. */
    String fingerprint() {
        return lists.stream().map(each -> each.id() + (each.publicProgram() ? "p" : "")).collect(Collectors.joining(","));
    }

    /** Sees what another process wrote. @return whether anything is different */
    synchronized boolean refresh() {
        String before = fingerprint();
        try {
            String now = folder().state();
            if (now.equals(state)) {
                return false;
            }
            lists = folder().read();
            state = now;
            problem = Optional.empty();
        } catch (IOException e) {
            lists = List.of();
            problem = Optional.of("The trust lists of the case " + owner.folder().name() + " cannot be read (" + e.getMessage()
                    + "): add them again; its folder " + owner.folder().trust() + " can be deleted.");
        }
        return !before.equals(fingerprint());
    }

    private TrustFolder folder() {
        return new TrustFolder(owner.folder().trust());
    }
}
