-- Two reasons for refusing an offer have clearer names.
update offering_line set refusal = 'MEMBER_QUOTA_EXCEEDED' where refusal = 'QUOTA';
update offering_line set refusal = 'INVALID_ACCOUNT_NUMBER' where refusal = 'NOT_A_NUMBER';
